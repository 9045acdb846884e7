import type { Scene } from '../domain/scene';
import '../elements/signage-screen';
import type { SignageScreen } from '../elements/signage-screen';
import { loadAll } from '../fonts';
import { SCENES } from './scenes';

declare global {
  interface Window {
    /** For the page tests: shows a scene of the gallery by its name, or one of their own. */
    show(scene: string | Scene): Promise<void>;
    readonly scenes: Readonly<Record<string, Scene>>;
    sceneNamed(name: string): Scene;
  }
}

/** The page in a plain browser: `#hours-open` fills the window with that scene, no name shows all of them. */
async function start(): Promise<void> {
  const name = location.hash.slice(1);
  if (name === '') sheet();
  else {
    await loadAll();
    await window.show(name);
    document.body.dataset.ready = 'yes';
  }
}

let screen: SignageScreen | null = null;

window.sceneNamed = (name) => {
  const scene = SCENES[name];
  if (scene === undefined) throw new Error(`no scene ${name}`);
  return scene;
};

window.show = async (wanted) => {
  const scene = typeof wanted === 'string' ? window.sceneNamed(wanted) : wanted;
  const shown = screen ?? document.createElement('signage-screen');
  shown.scene = scene;
  if (screen === null) document.body.append(shown);
  screen = shown;
  await shown.updateComplete;
};
Object.assign(window, { scenes: SCENES });

function sheet(): void {
  document.body.className = 'sheet';
  const list = document.createElement('div');
  list.className = 'scenes';
  for (const name of Object.keys(SCENES)) {
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.target = '_blank';
    const frame = document.createElement('iframe');
    frame.src = `#${name}`;
    frame.title = name;
    frame.loading = 'lazy';
    link.append(name, frame);
    list.append(link);
  }
  document.body.append(list);
}

void start();
