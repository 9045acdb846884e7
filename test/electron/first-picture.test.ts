import { expect, it } from 'vitest';
import { firstPicture } from '../../electron/first-picture';

it('the first picture of the content is there once the page has painted a snapshot that has it, be it the standby', async () => {
  const first = firstPicture();
  let isShown = false;
  void first.isShown.then(() => {
    isShown = true;
  });
  const seen: boolean[] = [];
  const painted = async (revision: number) => {
    first.painted({ revision, slideId: null, pages: 1, paintedAt: 0, troubles: [] });
    await Promise.resolve();
    seen.push(isShown);
  };
  await painted(3);
  first.read(4);
  await painted(3);
  first.read(9);
  await painted(5);
  expect(seen).toEqual([false, false, true]);
});
