/** What was said to a browser that reads aloud, in a test. Import it before the form: the form takes speech as it loads. */
export const fakeSpeech = {
  voices: [] as {readonly lang: string; readonly localService: boolean}[],
  said: [] as {readonly text: string; readonly voice: unknown}[],
  speaking: false,
};

class FakeUtterance {
  voice: unknown;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const speech = {
  getVoices: () => fakeSpeech.voices,
  speak(utterance: FakeUtterance): void {
    fakeSpeech.said.push(utterance);
    fakeSpeech.speaking = true;
  },
  cancel(): void {
    fakeSpeech.speaking = false;
  },
  get speaking(): boolean {
    return fakeSpeech.speaking;
  },
};

Object.defineProperty(globalThis, 'speechSynthesis', {value: speech, configurable: true});
Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {value: FakeUtterance, configurable: true});
