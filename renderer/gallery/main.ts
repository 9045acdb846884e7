import type { Language } from '../domain/content/content';
import { picturesIn } from '../domain/content/pictures-in';
import type { Scene } from '../domain/scene';
import { slideNameOf } from '../domain/slide-name';
import '../elements/signage-screen';
import type { SignageScreen } from '../elements/signage-screen';
import type { SlideElement } from '../elements/slide-element';
import type { SlideStage } from '../elements/slide-stage';
import { loadAll } from '../fonts';
import { NAMES, sceneOf } from './scenes';
import { showSheet } from './sheet';

declare global {
  interface Window {
    /** For the page tests: shows a scene of the gallery by its name, or one of their own. */
    show(scene: string | Scene): Promise<void>;
    readonly sceneNames: readonly string[];
    /** A scene by its name; at another wall time of its folder when one is given. */
    sceneNamed(name: string, at?: string): Scene;
  }
}

/** The page in a plain browser: `#hours-open` fills the window with that scene, `#hours-open/evening` in another dress, no name shows all. */
async function start(): Promise<void> {
  const [name = '', theme] = location.hash.slice(1).split('/');
  if (name === '') {
    showSheet(NAMES);
    return;
  }
  const scene = window.sceneNamed(name);
  await window.show({ ...scene, theme: theme === 'contrast' || theme === 'evening' ? theme : scene.theme });
  document.body.dataset.ready = 'yes';
}

let screen: SignageScreen | null = null;

window.show = async (wanted) => {
  const scene = typeof wanted === 'string' ? window.sceneNamed(wanted) : wanted;
  await loadAll(languagesOf(scene));
  const shown = screen ?? document.createElement('signage-screen');
  shown.scene = scene;
  if (screen === null) document.body.append(shown);
  screen = shown;
  await shown.updateComplete;
  await mediaReady(shown, scene);
};
Object.assign(window, { sceneNames: NAMES, sceneNamed: sceneOf });

/** A picture is drawn once it is decoded, and until then the slide before it stays. */
async function mediaReady(shown: SignageScreen, { stage }: Scene): Promise<void> {
  if (stage.kind !== 'slide') return;
  const { body, blocks } = stage.slide;
  if (body.kind !== 'picture' && body.kind !== 'video' && picturesIn(blocks).length === 0) return;
  const layers = shown.renderRoot.querySelector<SlideStage>('slide-stage')?.renderRoot;
  const name = slideNameOf(stage.slide);
  const slide = () => layers?.querySelector<SlideElement<never>>('[data-slide] > *');
  const isOn = () => slideNameOf(slide()?.slide ?? stage.slide) === name;
  while (layers && !isOn()) await new Promise((done) => requestAnimationFrame(done));
  await slide()?.whenReady;
}

/** The languages of a scene's words. */
function languagesOf(scene: Scene): readonly Language[] {
  return Array.from(JSON.stringify(scene).matchAll(/"language":"([\w-]+)"/g), ([, language]) => language as Language);
}

addEventListener('hashchange', () => void start());
void start();
