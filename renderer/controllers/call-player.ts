import type { Sound } from '../domain/call-sounds';

const LAST_TONE_AT = 0.45;
/** Two falling tones, a major third apart, as a doorbell in a quiet house: pitch in hertz, and when each begins, in seconds. */
const TONES = [
  { pitch: 784, at: 0 },
  { pitch: 622, at: LAST_TONE_AT },
] as const;
const TONE_S = 1;
const CHIME_MS = 1_400;
/** Well below speech at the same volume of the television. */
const LOUDNESS = 0.25;

let context: AudioContext | null = null;

// Voices are looked for at the first question, and there are none until they are found.
if ('speechSynthesis' in window) speechSynthesis.getVoices();

/**
 * Makes a call heard: the chime, then the words where the machine has a voice of their language. The rules see to it that one call
 * follows another (`call-sounds.ts`); a voice that still speaks by then has hung, and is stopped. A machine without sound stays silent.
 */
export function playCall({ language, words }: Sound): void {
  chime();
  if (words === null || !('speechSynthesis' in window)) return;
  const tag = language === 'ja-easy' ? 'ja' : language;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.replace('_', '-').startsWith(tag.slice(0, 2)));
  if (voice === undefined) return;
  const speech = new SpeechSynthesisUtterance(words);
  speech.voice = voice;
  speech.lang = voice.lang;
  speechSynthesis.cancel();
  setTimeout(() => speechSynthesis.speak(speech), CHIME_MS);
}

/** Made of sine waves, so that there is no file to load; each tone fades away like a struck bell. */
function chime(): void {
  const hall = context ?? new AudioContext();
  context = hall;
  void hall.resume();
  for (const { pitch, at } of TONES) {
    const start = hall.currentTime + at;
    const tone = new OscillatorNode(hall, { frequency: pitch });
    const volume = new GainNode(hall, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + TONE_S);
    tone.connect(volume).connect(hall.destination);
    tone.start(start);
    tone.stop(start + TONE_S);
    // Between two calls the sound card rests.
    if (at === LAST_TONE_AT) tone.onended = () => void hall.suspend();
  }
}
