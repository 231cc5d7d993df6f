/** Events that carry what a visitor types or chooses, the keys pressed, or the place that was clicked. */
const telling = [
  'input',
  'beforeinput',
  // Old, and without an `on…`: browsers still fire it with what is typed, and it leaves every root.
  'textInput',
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
  // Choosing by arrow keys makes a click on each radio that is passed: their number tells which one was chosen.
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
] as const;

/**
 * Stops at the root of a widget all events that tell what is typed or chosen, so that no listener further up hears them.
 * A listener in the capture phase on `window` hears them first all the same: no shadow root hides keys from it.
 */
export function keepTyping(root: EventTarget): void {
  for (const type of telling) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
    });
  }
}
