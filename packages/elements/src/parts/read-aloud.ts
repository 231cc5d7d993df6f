// Taken when this file loads: what is read aloud says where a visitor is, and a page may replace these later.
const {speechSynthesis: speech, SpeechSynthesisUtterance: Utterance} = globalThis;
const speak = speech?.speak.bind(speech);

/** The voice for a language that is on this device itself, if any: another one would send the text away. */
export const findVoice = (language: string): SpeechSynthesisVoice | undefined =>
  speech?.getVoices().find(({lang, localService}) => localService && lang.startsWith(language));

/** Stops reading. Gives whether anything was being read. */
export function hush(): boolean {
  const isSpeaking = speech?.speaking;
  speech?.cancel();
  return isSpeaking;
}

/** Reads the words of a screen, part by part, without what someone typed. Asked once more, it stops. */
export function readAloud(root: ParentNode, voice: SpeechSynthesisVoice): void {
  if (hush()) return;
  const parts = root.querySelectorAll<HTMLElement>('.main :is(h2, h3, p, label, legend, summary, dt, li:not([translate]))');
  for (const {innerText} of parts) {
    const utterance = new Utterance(innerText);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    speak(utterance);
  }
}

// Some browsers begin to look for their voices when they are asked for the first time.
findVoice('');
