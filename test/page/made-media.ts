import type { Page } from 'playwright/test';
import type { MadeFile } from './serve';

/** A picture of one colour, made by the browser. */
export async function madePicture(page: Page, colour: string, width: number, height: number): Promise<MadeFile> {
  const bytes = await page.evaluate(
    async ([fill, across, down]) => {
      const canvas = new OffscreenCanvas(across, down);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.fillStyle = fill;
      context.fillRect(0, 0, across, down);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    [colour, width, height] as const,
  );
  return { type: 'image/jpeg', body: Buffer.from(bytes) };
}

/** A film of 640×360 whose colours follow each other, each for so many milliseconds. */
export async function madeFilm(page: Page, colours: readonly string[], eachMs: number): Promise<MadeFile> {
  const bytes = await page.evaluate(
    async ([fills, each]) => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 360;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      const paint = (fill: string) => {
        context.fillStyle = fill;
        context.fillRect(0, 0, canvas.width, canvas.height);
      };
      const chunks: Blob[] = [];
      const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
      recorder.ondataavailable = ({ data }) => chunks.push(data);
      paint(fills[0] ?? 'white');
      recorder.start();
      for (const fill of fills) {
        // A stream has a frame whenever its canvas is painted.
        for (const end = performance.now() + each; performance.now() < end; ) {
          paint(fill);
          await new Promise((done) => requestAnimationFrame(done));
        }
      }
      await new Promise((done) => {
        recorder.onstop = done;
        recorder.stop();
      });
      return Array.from(new Uint8Array(await new Blob(chunks).arrayBuffer()));
    },
    [colours, eachMs] as const,
  );
  return { type: 'video/webm', body: Buffer.from(bytes) };
}
