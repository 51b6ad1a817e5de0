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
  const read: PageForm = {action: form.attribs.action ?? path, fields: {}, names: new Set(), buttons: new Set()};
  for (const control of DomUtils.getElementsByTagName((name) => CONTROLS.has(name), form)) {
    const {name, type, value = ''} = control.attribs;
    if (!name || 'disabled' in control.attribs) continue;
    if (control.name === 'button') read.buttons.add(`${name}=${value}`);
    else {
      read.names.add(name);
      const isTicked = !['checkbox', 'radio'].includes(type ?? '') || 'checked' in control.attribs;
      if (isTicked) read.fields[name] = valueOf(control);
    }
  }
  return read;
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
