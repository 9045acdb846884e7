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

/** What a snapshot holds that no earlier one did, to be read for its letters; empty when that is nothing. */
function newText({ content, feed }: Snapshot): string {
  const { signage, slides, holidays, emergency, emergencyCards } = content;
  const parts = [signage, ...slides, holidays, emergency, ...emergencyCards, feed].filter((part) => part !== null);
  const news = parts.filter((part) => !known.has(part));
  for (const part of news) known.add(part);
  return news.length === 0 ? '' : JSON.stringify(news);
}

/** The page's root: the real bridge and the machine's clock, joined to the screen. */
class SignageApp extends LitElement {
  private readonly player = new PlayerController(
    this,
    pageBridge(window.signage),
    machineClock,
    (snapshot) => {
      const text = newText(snapshot);
      return text === '' ? Promise.resolve() : loadLetters(text, snapshot.content.signage?.languages ?? []);
    },
    playCall,
  );

  constructor() {
    super();
    new KeyboardController(this, (intent, typed) => this.player.perform(intent, typed));
    this.addEventListener('unshowable', ({ detail }) => this.player.unshowable(detail.address));
    this.addEventListener('paged', ({ detail }) => this.player.measured(detail.slideId, detail.pages));
  }

  override render() {
    return this.player.scene === null ? null : html`<signage-screen .scene=${this.player.scene}></signage-screen>`;
  }
}

customElements.define('signage-app', SignageApp);
document.body.append(document.createElement('signage-app'));
