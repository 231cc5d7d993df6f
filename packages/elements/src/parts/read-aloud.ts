// Taken when this file loads: what is read aloud says where a visitor is, and a page may replace these later.
const {speechSynthesis: speech, SpeechSynthesisUtterance: Utterance} = globalThis;

/** The voice for a language that is on this device itself, if any: another one would send the text away. */
export const findVoice = (language: string): SpeechSynthesisVoice | undefined =>
  speech?.getVoices().find(({lang, localService}) => localService && lang.startsWith(language));

/** Stops reading. */
export const hush = (): void => speech?.cancel();

/** Reads the words of a screen with a voice, without what someone typed. Stops when it is reading. */
export function readAloud(root: ParentNode, voice: SpeechSynthesisVoice): void {
  if (speech.speaking) return hush();
  const parts = root.querySelectorAll<HTMLElement>('.main > :not(.bar, .review)');
  const utterance = new Utterance(Array.from(parts, ({innerText}) => innerText).join('. '));
  utterance.voice = voice;
  speech.speak(utterance);
}
