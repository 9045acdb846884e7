import { html, LitElement } from 'lit';
import { playCall } from './controllers/call-player';
import { machineClock } from './controllers/clock';
import { KeyboardController } from './controllers/keyboard-controller';
import { pageBridge } from './controllers/page-bridge';
import { PlayerController } from './controllers/player-controller';
import type { Wire } from './domain/bridge';
import type { Snapshot } from './domain/snapshot';
import './elements/signage-screen';
import { loadLetters } from './fonts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly signage: Wire;
  }
}

const known = new WeakSet<object>();

/** The letters of all that a snapshot holds and no earlier one did. Counted by their numbers: of two thousand slides they are a million. */
function newLetters({ content, feed }: Snapshot): string {
  const { signage, slides, holidays, emergency, emergencyCards } = content;
  const letters = new Set<number>();
  for (const part of [signage, ...slides, holidays, emergency, ...emergencyCards, feed]) {
    if (part === null || known.has(part)) continue;
    known.add(part);
    const text = JSON.stringify(part);
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.codePointAt(at) ?? 0;
      letters.add(letter);
      if (letter > 0xffff) at += 1;
    }
  }
  return [...letters].map((letter) => String.fromCodePoint(letter)).join('');
}

/** The page's root: the real bridge and the machine's clock, joined to the screen. */
class SignageApp extends LitElement {
  private readonly player = new PlayerController(
    this,
    pageBridge(window.signage),
    machineClock,
    (snapshot) => {
      const letters = newLetters(snapshot);
      return letters === '' ? Promise.resolve() : loadLetters(letters, snapshot.content.signage?.languages ?? []);
    },
    playCall,
  );

  constructor() {
    super();
    new KeyboardController(this, (intent, typed) => this.player.perform(intent, typed));
    this.addEventListener('unshowable', ({ detail }) => this.player.unshowable(detail.address));
    this.addEventListener('working', () => this.player.working());
    this.addEventListener('showable', ({ detail }) => this.player.showable(detail.address));
    this.addEventListener('paged', ({ detail }) => this.player.measured(detail.slideId, detail.pages));
  }

  override render() {
    return this.player.scene === null ? null : html`<signage-screen .scene=${this.player.scene}></signage-screen>`;
  }
}

customElements.define('signage-app', SignageApp);
document.body.append(document.createElement('signage-app'));
