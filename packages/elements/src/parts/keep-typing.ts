/** Events that carry what a visitor types or chooses, or the keys pressed. */
const telling = [
  'input',
  'beforeinput',
  'change',
  'keydown',
  'keyup',
  'keypress',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'drop',
  'dragstart',
  'submit',
] as const;

/**
 * Stops at the root of a widget all events that tell what is typed, so that no listener further up hears them.
 * A listener in the capture phase on `window` hears them first all the same: no shadow root hides keys from it.
 */
export function keepTyping(root: EventTarget): void {
  for (const type of telling) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
    });
  }
}
