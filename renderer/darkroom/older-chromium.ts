/**
 * What pdf.js expects of the newest browsers and the display's oldest runtime (Chromium 114) has not: its own build for older browsers
 * brings only a part of it.
 */
import 'core-js/actual';
