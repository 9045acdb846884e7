import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SlideElement } from './slide-element';

/** A film that fills the stage, without its sound. */
@customElement('video-slide')
export class VideoSlide extends SlideElement<'video'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      :host {
        padding: 0;
      }

      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }

      .cover {
        object-fit: cover;
      }
    `,
  ];

  override render() {
    const { picture, fit } = this.slide.body;
    return html`<video class=${fit} src=${picture.address} muted autoplay playsinline></video>`;
  }
}
