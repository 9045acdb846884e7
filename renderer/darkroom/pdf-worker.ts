import './older-chromium';
// It listens by itself once it is loaded in a worker.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
