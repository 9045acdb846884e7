import { expect, galleryTest as test } from './serve';

/** Watches every shadow root while the scene's clock goes one second on, and names the elements that were touched. */
function touchedBySecond(name: string): Promise<readonly string[]> {
  return (async () => {
    const touched = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const root = target.getRootNode();
        touched.add(root instanceof ShadowRoot ? root.host.localName : target.nodeName);
      }
    });
    const watch = (root: ParentNode): void => {
      observer.observe(root as unknown as Node, { attributes: true, characterData: true, childList: true, subtree: true });
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) watch(element.shadowRoot);
    };
    await window.show({ ...window.sceneNamed(name, '2023-09-28T16:23:55'), transition: 'cut' });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    watch(document);
    await window.show({ ...window.sceneNamed(name, '2023-09-28T16:23:56'), transition: 'cut' });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    observer.disconnect();
    return [...touched];
  })();
}

for (const name of ['notice', 'hours-open-soon', 'tickets-two', 'countdown-two']) {
  test(`a second that passes touches nothing on ${name} but the digits`, async ({ page, gallery }) => {
    await gallery.open('1920×1080', name);
    expect(await page.evaluate(touchedBySecond, name)).toEqual(['digit-figure']);
  });
}
