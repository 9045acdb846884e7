import { type FileHandle, open } from 'node:fs/promises';
import { byteRange } from './range';

const CHUNK = 256 * 1024;

/**
 * Answers with a file or the asked part of it, in small steps as the reader takes them: a film is sought by ranges, and a file of
 * gigabytes costs no memory. The file is closed when the reader has all of it or goes away. 404 where it can't be opened.
 */
export async function fileResponse(request: Request, file: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return new Response(null, { status: 404 });
  try {
    const { size } = await handle.stat();
    const range = byteRange(request.headers.get('range'), size);
    const all = { ...headers, 'Accept-Ranges': 'bytes' };
    if (range.kind === 'unsatisfiable') {
      await handle.close();
      return new Response(null, { status: 416, headers: { ...all, 'Content-Range': `bytes */${size}` } });
    }
    const { start, end } = range.kind === 'part' ? range : { start: 0, end: size - 1 };
    const partly = range.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {};
    const answer = {
      status: range.kind === 'part' ? 206 : 200,
      headers: { ...all, ...partly, 'Content-Length': String(end - start + 1) },
    };
    if (request.method === 'HEAD') {
      await handle.close();
      return new Response(null, answer);
    }
    return new Response(partOf(handle, start, end), answer);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function partOf(handle: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const buffer = new Uint8Array(Math.min(CHUNK, end + 1 - at));
          const { bytesRead } = buffer.length === 0 ? { bytesRead: 0 } : await handle.read(buffer, 0, buffer.length, at);
          at += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (bytesRead > 0 && at <= end) return;
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close().catch(() => {});
          controller.error(error);
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  );
}
