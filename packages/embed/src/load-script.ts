import {bakenPolicy} from './policy.js';

const here: string = import.meta.url;

/**
 * Loads one of our files from the folder of this one, and no other: through our Trusted Types policy, and only with
 * the bytes of `integrity`. Resolves when it ran; rejects when it is blocked, absent or changed.
 */
export function loadScript(file: string, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const {href} = new URL(file, here);
    const script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = 'anonymous';
    script.integrity = integrity;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${href} is absent, blocked or of another version`));
    });
    script.src = bakenPolicy ? bakenPolicy.createScriptURL(href) : href;
    document.head.append(script);
  });
}
