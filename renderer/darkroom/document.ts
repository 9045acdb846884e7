import './older-chromium';
import { AnnotationMode, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DarkroomJob, Sheet } from '../domain/darkroom';
import { lendJapaneseType } from './japanese-type';
import { failed, type Outcome } from './outcome';
import { PackageFiles } from './package-files';
import workerAddress from './pdf-worker?worker&url';
import { sheetOf } from './sheet';

declare global {
  interface Window {
    /** As much of it as is used here; TypeScript does not know it yet. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(address: string): string },
      ): { createScriptURL(address: string): object };
    };
  }
}

/** A picture within a page that is larger is left out rather than let fill the memory. */
const MOST_POINTS = 120_000_000;

let ready: Promise<PDFWorker> | null = null;

/** Draws the pages of a document, each as large as fits the screen, and hands them back one by one. Scripts in it are never run. */
export async function drawDocument({ address, box, mostPages }: DarkroomJob, hand: (sheet: Sheet) => void): Promise<Outcome> {
  ready ??= prepare();
  const worker = await ready;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the copy can't be read: ${response.status}`);
  const task = getDocument({
    data: await response.arrayBuffer(),
    worker,
    BinaryDataFactory: PackageFiles,
    useWorkerFetch: false,
    // Names without a place: PackageFiles knows where each file is.
    cMapUrl: './',
    standardFontDataUrl: './',
    wasmUrl: './',
    maxImageSize: MOST_POINTS,
    // Letters are drawn in this page, where our type stands behind every font.
    disableWorkerRendering: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages) return failed({ kind: 'pages', count: pdf.numPages }, `${pdf.numPages} pages`);
    for (let index = 0; index < pdf.numPages; index += 1) hand(await drawPage(pdf, index, box));
    return { kind: 'done', seen: null };
  } catch (error) {
    const kind = (error as Error).name === 'PasswordException' ? 'password' : 'broken';
    return failed({ kind }, (error as Error).stack ?? error);
  } finally {
    await task.destroy();
  }
}

async function prepare(): Promise<PDFWorker> {
  await lendJapaneseType();
  const policy = window.trustedTypes?.createPolicy('darkroom', { createScriptURL: (address) => address });
  const script = (policy?.createScriptURL(workerAddress) ?? workerAddress) as string;
  return PDFWorker.create({ port: new Worker(script, { type: 'module' }) });
}

async function drawPage(pdf: PDFDocumentProxy, index: number, box: DarkroomJob['box']): Promise<Sheet> {
  const page = await pdf.getPage(index + 1);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(box.width / natural.width, box.height / natural.height) });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // `print` draws without waiting for frames, of which a window that is not shown has none.
  await page.render({
    canvas: null,
    canvasContext: canvas.getContext('2d', { alpha: false }) as unknown as CanvasRenderingContext2D,
    viewport,
    intent: 'print',
    annotationMode: AnnotationMode.ENABLE,
    background: 'white',
  }).promise;
  page.cleanup();
  return sheetOf(canvas, index, 'png');
}
