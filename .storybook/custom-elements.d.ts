// `npm run manifest` writes the file; a type check must not need it.
declare module '*/custom-elements.json' {
  const manifest: Record<string, unknown>;
  export default manifest;
}
