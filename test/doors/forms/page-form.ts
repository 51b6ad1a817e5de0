/** The forms that stand in a page, read as a browser reads them. */
import {DomUtils, parseDocument} from 'htmlparser2';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export interface PageForm {
  /** Where it is sent. */
  action: string;
  /** What would be sent, as it stands there. */
  fields: Record<string, string>;
  /** Every name that can be filled in or chosen. */
  names: Set<string>;
  /** The same, each with what it is: hidden, text, radio, select … */
  kinds: Map<string, string>;
  /** Its buttons, as `name=value`. */
  buttons: Set<string>;
}

/** The POST forms of a page at `path`. */
export function formsOf(html: string, path: string): PageForm[] {
  return DomUtils.getElementsByTagName('form', parseDocument(html))
    .filter(({attribs}) => attribs.method?.toLowerCase() === 'post')
    .map((form) => readForm(form, path));
}

function readForm(form: Element, path: string): PageForm {
  const read: PageForm = {
    action: form.attribs.action ?? path,
    fields: {},
    names: new Set(),
    kinds: new Map(),
    buttons: new Set(),
  };
  for (const control of DomUtils.getElementsByTagName((name) => CONTROLS.has(name), form)) {
    const {name, type, value = ''} = control.attribs;
    if (!name || 'disabled' in control.attribs) continue;
    if (control.name === 'button') read.buttons.add(`${name}=${value}`);
    else {
      read.names.add(name);
      read.kinds.set(name, control.name === 'input' ? (type ?? 'text') : control.name);
      const isTicked = !['checkbox', 'radio'].includes(type ?? '') || 'checked' in control.attribs;
      if (isTicked) read.fields[name] = valueOf(control);
    }
  }
  return read;
}

/** Where the links of the list of problems lead, and those that lead to nothing that can be filled in or is in view. */
export function problemLinks(html: string): {all: string[]; dead: string[]} {
  const page = parseDocument(html);
  const summary = DomUtils.findOne(({attribs}) => /\bnhsuk-error-summary\b/.test(attribs.class ?? ''), page.children);
  const links = summary ? DomUtils.getElementsByTagName('a', summary) : [];
  const all = links.map(({attribs}) => attribs.href?.replace(/^#/, '') ?? '');
  return {all, dead: all.filter((id) => !isField(DomUtils.getElementById(id, page.children)))};
}

function isField(target: Element | null): boolean {
  if (!target || !CONTROLS.has(target.name) || target.attribs.type === 'hidden') return false;
  for (let around = target.parent; around && 'attribs' in around; around = around.parent) {
    if (around.name === 'details' && !('open' in around.attribs)) return false;
  }
  return !('disabled' in target.attribs);
}

const CONTROLS = new Set(['input', 'textarea', 'select', 'button']);

function valueOf(control: Element): string {
  // A line break right after the tag is none, and browsers send two signs for each.
  if (control.name === 'textarea') return DomUtils.textContent(control).replace(/^\n/, '');
  if (control.name === 'input') return control.attribs.value ?? ('checked' in control.attribs ? 'on' : '');
  const options = DomUtils.getElementsByTagName('option', control);
  const chosen = options.find(({attribs}) => 'selected' in attribs) ?? options[0];
  return chosen ? (chosen.attribs.value ?? DomUtils.textContent(chosen)) : '';
}
