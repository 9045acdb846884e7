const CMAPS = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});
const FONTS = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});
/** JBIG2, JPEG 2000 and colour profiles. Scripts of documents are never run, so their interpreter stays out. */
const DECODERS = import.meta.glob<string>('../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm', {
  query: '?url',
  import: 'default',
  eager: true,
});

const FILES = new Map(
  Object.entries({ ...CMAPS, ...FONTS, ...DECODERS }).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** Brings pdf.js what it asks for by name, from the files of its own package in our build. */
export class PackageFiles {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = FILES.get(filename);
    if (address === undefined) throw new Error(`no file ${filename} in the package`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
