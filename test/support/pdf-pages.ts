/** What a PDF that a browser made says about itself. */
export interface PdfPages {
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
  /** The texts of its own about it: title, author. UTF-16 is read too. */
  readonly information: string;
}

/** Reads a string as PDF writes it in its information: in brackets, or as hexadecimal UTF-16. */
function readString(written: string): string {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1), 'hex')
    : Buffer.from(written.slice(1, -1).replace(/\\(.)/gs, '$1'), 'latin1');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

/** Counts the pages of a PDF of Chromium, whose page objects are not compressed, and reads what it says of itself. */
export function readPdf(pdf: Buffer): PdfPages {
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/\/Type\s*\/Page\b(?!s)[^]*?\/MediaBox\s*\[([^\]]+)\]/g)];
  const counted = Number(/\/Type\s*\/Pages\b[^]*?\/Count\s+(\d+)/.exec(text)?.[1]);
  if (pages.length === 0 || pages.length !== counted) {
    throw new Error(`A PDF that says it has ${counted} pages, of which ${pages.length} were found.`);
  }
  return {
    sizes: pages.map(([, box = '']) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/).map(Number);
      return [right - left, top - bottom];
    }),
    information: listStrings(text),
  };
}

/** The strings that say what it is about. */
function listStrings(text: string): string {
  const all = [...text.matchAll(/\/(?:Title|Author|Subject|Keywords)\s*(\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>)/gs)];
  return all.map(([, written = '']) => readString(written)).join('\n');
}
