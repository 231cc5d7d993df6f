// The model runs in browsers and in Node. It may use what both have, and nothing that shows or sends.
interface URL {
  readonly protocol: string;
  readonly hostname: string;
  readonly href: string;
}
declare const URL: {new (url: string, base?: string): URL};

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
