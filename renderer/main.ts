import { html, LitElement } from 'lit';
import { machineClock } from './controllers/clock';
import { KeyboardController } from './controllers/keyboard-controller';
import { PlayerController } from './controllers/player-controller';
import type { Bridge } from './domain/bridge';
import './elements/signage-screen';
import { loadLetters } from './fonts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly signage: Bridge;
  }
}

/** The page's root: the real bridge and the machine's clock, joined to the screen. */
class SignageApp extends LitElement {
  private readonly player = new PlayerController(this, window.signage, machineClock, ({ content, feed }) =>
    loadLetters(JSON.stringify([content, feed]), content.signage?.languages ?? []),
  );

  constructor() {
    super();
    new KeyboardController(this, (intent) => this.player.perform(intent));
  }

  override render() {
    return this.player.scene === null ? null : html`<signage-screen .scene=${this.player.scene}></signage-screen>`;
  }
}

customElements.define('signage-app', SignageApp);
document.body.append(document.createElement('signage-app'));
