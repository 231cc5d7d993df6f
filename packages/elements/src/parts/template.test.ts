import {expect} from '@open-wc/testing';
import {html, nothing, render, type TemplateResult} from 'lit/html.js';

/** What our templates need of lit-html. The tests in browsers run on it as the build trims it. */
describe('a template', () => {
  let root: HTMLElement;
  beforeEach(() => {
    root = document.createElement('div');
  });
  const draw = (template: TemplateResult): string => {
    render(template, root);
    return root.innerHTML.replace(/<!--.*?-->/g, '');
  };

  it('draws a text, a number, a template or a list, each in the place of the other, and nothing for what is absent', () => {
    const item = (value: unknown): string => draw(html`<p>${value}</p>`);
    expect(item('a <b>')).to.equal('<p>a &lt;b&gt;</p>');
    expect(item(2)).to.equal('<p>2</p>');
    expect(item(html`<i>${'x'}</i>`)).to.equal('<p><i>x</i></p>');
    expect(item([html`<i>1</i>`, '2', nothing])).to.equal('<p><i>1</i>2</p>');
    expect(item([html`<b>3</b>`])).to.equal('<p><b>3</b></p>');
    expect(item([])).to.equal('<p></p>');
    for (const absent of [nothing, undefined, null, '']) expect(item(absent)).to.equal('<p></p>');
  });

  it('changes only itself when it ends, begins or stands between others with a value', () => {
    const ending = (value: unknown): TemplateResult => html`<i>1</i>${value}`;
    const beginning = (value: unknown): TemplateResult => html`${value}<i>4</i>`;
    const both = (value: unknown): string => draw(html`<p>${ending(value)}${value}${beginning(value)}<b>5</b></p>`);
    expect(both('a')).to.equal('<p><i>1</i>aaa<i>4</i><b>5</b></p>');
    expect(both([html`<u>b</u>`, 'c'])).to.equal(
      '<p><i>1</i><u>b</u>c<u>b</u>c<u>b</u>c<i>4</i><b>5</b></p>',
    );
    expect(both(nothing)).to.equal('<p><i>1</i><i>4</i><b>5</b></p>');
    expect(both(html`<u>d</u>`)).to.equal('<p><i>1</i><u>d</u><u>d</u><u>d</u><i>4</i><b>5</b></p>');
  });

  it('keeps the element when only values change, and makes another one for another template', () => {
    const paragraph = (value: string): TemplateResult => html`<p>${value}</p>`;
    render(paragraph('a'), root);
    const first = root.querySelector('p');
    render(paragraph('b'), root);
    expect(root.querySelector('p')).to.equal(first);
    render(html`<p>${'b'}</p>`, root);
    expect(root.querySelector('p')).to.not.equal(first);
  });

  it('sets attributes, with one value or more, and takes away what is nothing', () => {
    const link = (href: unknown, kind: unknown): (string | null | undefined)[] => {
      render(html`<a href=${href} class="a ${kind} ${1}"></a>`, root);
      const drawn = root.querySelector('a');
      return [drawn?.getAttribute('href'), drawn?.getAttribute('class')];
    };
    expect(link('#1', 'b')).to.deep.equal(['#1', 'a b 1']);
    expect(link('">', undefined)).to.deep.equal(['">', 'a  1']);
    expect(link(nothing, 'c')).to.deep.equal([null, 'a c 1']);
    expect(draw(html`<input type=${'text'} />${'b'}`)).to.equal('<input type="text">b');
  });

  it('sets properties and boolean attributes', () => {
    const option = (chosen: boolean, value: string): TemplateResult =>
      html`<input .value=${value} .checked=${chosen} ?disabled=${chosen} /><span>${value}</span>`;
    render(option(true, 'a'), root);
    const input = root.querySelector('input');
    expect([input?.value, input?.checked, input?.disabled]).to.deep.equal(['a', true, true]);
    render(option(false, 'b'), root);
    expect([input?.value, input?.checked, input?.disabled]).to.deep.equal(['b', false, false]);
    expect(root.querySelector('span')?.textContent).to.equal('b');
  });

  it('calls the newest listener, once', () => {
    const heard: string[] = [];
    const button = (name: string): TemplateResult => html`<button @click=${() => heard.push(name)}></button>`;
    render(button('old'), root);
    render(button('new'), root);
    root.querySelector('button')?.click();
    expect(heard).to.deep.equal(['new']);
  });

  it('draws an icon as SVG, and takes empty lines of text in a textarea', () => {
    draw(html`<svg viewBox="0 0 1 1"><path d=${'M0 0'}></path></svg><textarea .value=${'a\nb'}></textarea>${'c'}`);
    expect(root.querySelector('path')?.namespaceURI).to.equal('http://www.w3.org/2000/svg');
    expect(root.querySelector('textarea')?.value).to.equal('a\nb');
    expect(root.textContent).to.equal('c');
  });

  it('never takes data for a template', () => {
    for (const fake of [{_$litType$: 1, strings: ['<b></b>'], values: []}, {strings: {length: 1}}, {}]) {
      const place = document.createElement('div');
      expect(() => render(html`<p>${fake}</p>`, place), JSON.stringify(fake)).to.throw();
      expect(place.querySelector('b')).to.equal(null);
    }
  });
});
