import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { assertNever } from '../domain/result';
import type { OverlayScene, Scene, Theme } from '../domain/scene';
import './dark-view';
import './emergency-overlay';
import './emergency-view';
import './foot-band';
import './header-band';
import './keys-overlay';
import './leave-overlay';
import './overview-overlay';
import './pause-overlay';
import { langOf } from './phrase-text';
import { ScreenSize } from './screen-size';
import './slide-stage';
import './ticket-column';
import './ticket-overlay';
import { base, sizes } from './base';
import { themes } from './themes';

/**
 * The whole screen, drawn from one `scene`: header, stage, ticket column and foot, or the dark picture; staff's marks and
 * overlays above them. It fills its parent, sizes everything by the screen, and does nothing by itself.
 */
@customElement('signage-screen')
export class SignageScreen extends LitElement {
  static override styles = [
    themes,
    sizes,
    base,
    css`
      :host {
        position: fixed;
        inset: 0;
        display: block;
        overflow: hidden;
        background: var(--navy);
        container: screen / size;
        color: var(--ink);
        font-family: 'BIZ UDPGothic', sans-serif;
        font-size: var(--text);
        line-break: strict;
        word-break: keep-all;
        overflow-wrap: anywhere;
        cursor: none;
        user-select: none;
        -webkit-font-smoothing: antialiased;
      }

      /* A little larger than the screen on all sides: the burn-in step moves it, and no ground ever shows beside it. */
      .frame {
        --over: calc(8 * var(--u));
        position: absolute;
        inset: calc(-1 * var(--over));
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        grid-template-columns: minmax(0, 1fr);
        grid-template-areas: 'head' 'stage' 'foot';
      }

      .with-tickets {
        grid-template-columns: minmax(0, 1fr) max(calc(548 * var(--u)), min(40cqw, calc(15.6 * var(--floor))));
        grid-template-areas: 'head head' 'stage tickets' 'foot foot';
      }

      header-band {
        grid-area: head;
        padding: var(--over) calc(var(--over) + var(--edge)) 0;
      }

      slide-stage {
        grid-area: stage;
      }

      ticket-column {
        grid-area: tickets;
        min-height: 0;
      }

      foot-band {
        grid-area: foot;
        padding: 0 calc(var(--over) + var(--edge)) var(--over);
      }

      @container (orientation: portrait) {
        .with-tickets {
          grid-template-rows: auto minmax(0, 1fr) max(calc(430 * var(--u)), calc(9.5 * var(--floor))) auto;
          grid-template-columns: minmax(0, 1fr);
          grid-template-areas: 'head' 'stage' 'tickets' 'foot';
        }
      }

      .drift-1 {
        transform: translate(calc(3 * var(--u)), 0);
      }

      .drift-2 {
        transform: translate(calc(6 * var(--u)), calc(3 * var(--u)));
      }

      .drift-3 {
        transform: translate(calc(3 * var(--u)), calc(6 * var(--u)));
      }

      .drift-4 {
        transform: translate(0, calc(3 * var(--u)));
      }

      .drift-5 {
        transform: translate(calc(-3 * var(--u)), 0);
      }

      .drift-6 {
        transform: translate(calc(-6 * var(--u)), calc(-3 * var(--u)));
      }

      .drift-7 {
        transform: translate(calc(-3 * var(--u)), calc(-6 * var(--u)));
      }
    `,
  ];

  @property({ attribute: false }) scene!: Scene;
  @property({ reflect: true }) theme: Theme = 'light';
  private isSameStage = false;

  constructor() {
    super();
    new ScreenSize(this, () => this.scene.screen);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { language, theme, tickets } = this.scene;
    const lang = langOf(language);
    if (this.lang !== lang) this.lang = lang;
    this.theme = theme;
    // Where the stage itself changes its size or dress, a fade would first throw the old slide about.
    const before = changed.get('scene');
    this.isSameStage = before?.theme === theme && (before.tickets === null) === (tickets === null);
  }

  override render() {
    const { overlay } = this.scene;
    return html`${this.whole()} ${overlay === null ? null : overlayTemplate(overlay)}`;
  }

  private whole(): TemplateResult {
    const { emergency, dark, drift, header, marks } = this.scene;
    if (emergency !== null) return html`<emergency-view .card=${emergency}></emergency-view>`;
    return dark ? html`<dark-view class="drift-${drift}" .time=${header.time} .marks=${marks}></dark-view>` : this.picture();
  }

  private picture(): TemplateResult {
    const { drift, header, stage, next, tickets, foot, marks, transition } = this.scene;
    return html`<div class=${classMap({ frame: true, 'with-tickets': tickets !== null, [`drift-${drift}`]: true })}>
      <header-band .header=${header}></header-band>
      <slide-stage
        .stage=${stage}
        .next=${next}
        .transition=${this.isSameStage ? transition : 'cut'}
        .marks=${marks}
      ></slide-stage>
      ${tickets === null ? null : html`<ticket-column .tickets=${tickets}></ticket-column>`}
      <foot-band .foot=${foot}></foot-band>
    </div>`;
  }
}

function overlayTemplate(overlay: OverlayScene): TemplateResult {
  switch (overlay.kind) {
    case 'keys':
      return html`<keys-overlay .overlay=${overlay}></keys-overlay>`;
    case 'leave':
      return html`<leave-overlay .overlay=${overlay}></leave-overlay>`;
    case 'overview':
      return html`<overview-overlay .overlay=${overlay}></overview-overlay>`;
    case 'ticket':
      return html`<ticket-overlay .overlay=${overlay}></ticket-overlay>`;
    case 'pause':
      return html`<pause-overlay .overlay=${overlay}></pause-overlay>`;
    case 'emergency':
      return html`<emergency-overlay .overlay=${overlay}></emergency-overlay>`;
    default:
      return assertNever(overlay);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signage-screen': SignageScreen;
  }
}
