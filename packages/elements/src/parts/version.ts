declare const __BAKEN_VERSION__: string | undefined;

/** The version of this copy; `0.0.0-source` where nothing was built. */
export const version: string = typeof __BAKEN_VERSION__ === 'undefined' ? '0.0.0-source' : __BAKEN_VERSION__;
