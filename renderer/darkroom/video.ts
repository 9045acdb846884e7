import type { DarkroomJob } from '../domain/darkroom';
import { failed, type Outcome } from './outcome';

/** From a local disk the first picture comes at once; a decoder that finds none in the data may wait for it for ever. */
const FIRST_PICTURE_MS = 15_000;

/** Shows a film's first picture to nobody: only the decoder knows whether this machine can play it. */
export async function tryVideo({ address }: DarkroomJob): Promise<Outcome> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const shown = new Promise<boolean>((resolve) => {
    video.addEventListener('loadeddata', () => resolve(true), { once: true });
    video.addEventListener('error', () => resolve(false), { once: true });
    setTimeout(() => resolve(false), FIRST_PICTURE_MS);
  });
  video.src = address;
  const plays = await shown;
  const { videoWidth: width, videoHeight: height } = video;
  const why = video.error?.message ?? 'no picture';
  video.removeAttribute('src');
  video.load();
  // Where only the sound can be decoded the film has no size.
  if (!plays || width === 0 || height === 0) return failed({ kind: 'undecodable' }, why);
  return { kind: 'done', seen: { width, height } };
}
