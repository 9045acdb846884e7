import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scene, StageScene } from '../domain/scene';
import { spokenWords } from './phrase-text';
import { slideTemplate } from './slide-template';
import './staff-marks';
import './standby-view';
import { base } from './base';

/** Well under the 400 ms of product.md §1. */
const FADE_MS = 360;

/** What is on the stage under one key: the same key is the same picture with newer content. */
interface Layer {
  readonly key: number;
  readonly scene: StageScene;
}

/**
 * The stage: one slide, or two while one fades into the next. A new slide id brings a new slide, by one cross-fade or by a cut;
 * a cut ends a running fade and shows the new slide in the same frame. The same id only takes the new content. Those who ask
 * for less motion get cuts. Only the slide that stays is a region and carries `data-slide`.
 */
@customElement('slide-stage')
export class SlideStage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        background: var(--paper);
      }

      main,
      .layer {
        position: absolute;
        inset: 0;
      }

      .layer {
        background: var(--paper);
      }

      staff-marks {
        position: absolute;
        top: calc(2 * var(--u));
        right: calc(12 * var(--u));
      }
    `,
  ];

  @property({ attribute: false }) stage!: StageScene;
  @property({ attribute: false }) marks: Scene['marks'] = [];
  @property() transition: Scene['transition'] = 'cut';

  private current: Layer | null = null;
  private leaving: Layer | null = null;
  private arrives = false;
  private fade: Animation | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stage')) return;
    const { current, stage } = this;
    if (current !== null && nameOf(current.scene) === nameOf(stage)) {
      this.current = { key: current.key, scene: stage };
      return;
    }
    this.fade?.cancel();
    this.fade = null;
    const fades = current !== null && this.transition === 'fade' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.leaving = fades ? current : null;
    this.current = { key: (current?.key ?? 0) + 1, scene: stage };
    this.arrives = fades;
  }

  override render() {
    const layers = [this.leaving, this.current].filter((layer) => layer !== null);
    return html`<main aria-label="ご案内">
      ${repeat(
        layers,
        ({ key }) => key,
        (layer) => layerTemplate(layer, layer === this.leaving),
      )}
      ${this.marks.length === 0 ? null : html`<staff-marks .marks=${this.marks}></staff-marks>`}
    </main>`;
  }

  protected override updated(): void {
    if (!this.arrives) return;
    this.arrives = false;
    const layer = this.renderRoot.querySelector('.layer:not([inert])');
    if (layer === null) return;
    const fade = layer.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-in-out' });
    this.fade = fade;
    fade.onfinish = () => {
      this.fade = null;
      this.leaving = null;
      this.requestUpdate();
    };
  }
}

function nameOf(stage: StageScene): string {
  return stage.kind === 'slide' ? `slide ${stage.slide.id}` : stage.kind;
}

/** One template for both states, so that the slide that leaves stays the very same picture. */
function layerTemplate({ scene }: Layer, leaves: boolean): TemplateResult {
  const slide = scene.kind === 'slide' && !leaves ? scene.slide : null;
  return html`<section
    class="layer"
    role=${slide === null ? nothing : 'region'}
    aria-label=${slide === null ? nothing : spokenWords(slide.title)}
    data-slide=${slide?.id ?? nothing}
    aria-hidden=${leaves ? 'true' : nothing}
    ?inert=${leaves}
  >
    ${scene.kind === 'slide' ? slideTemplate(scene.slide) : html`<standby-view .text=${scene.text}></standby-view>`}
  </section>`;
}
