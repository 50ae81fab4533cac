import { Component, signal } from '@angular/core';
import { Checkbox } from '../../checkbox/checkbox';
import { Choices, type Choice } from '../../choices/choices';
import { Field } from '../../field/field';
import { FileField } from '../../file-field/file-field';
import { Segments } from '../../segments/segments';
import { Select } from '../../select/select';
import { Switch } from '../../switch/switch';
import { State } from '../state';

@Component({
  selector: 'ui-fields',
  imports: [Field, State],
  template: `
    <ui-state class="fill" name="filled"
      ><ui-field label="Your name" value="Ada Lindqvist"
    /></ui-state>
    <ui-state class="fill" name="empty, with a hint">
      <ui-field label="Username" placeholder="ada" hint="Letters, digits and dots" />
    </ui-state>
    <ui-state class="fill" name="with an error">
      <ui-field label="E-mail" value="ada@nordlys" error="This address lacks its ending." />
    </ui-state>
    <ui-state class="fill" name="password">
      <ui-field
        label="Password"
        type="password"
        value="correct horse"
        autocomplete="new-password"
      />
    </ui-state>
    <ui-state class="fill" name="counted">
      <ui-field label="Name" value="Release crew" isCounted [maxLength]="80" hint="Seen by all" />
    </ui-state>
    <ui-state class="fill" name="of several lines">
      <ui-field
        label="About you"
        [rows]="3"
        isCounted
        [maxLength]="200"
        value="Ships on Tuesdays, reads on trains."
      />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class Fields {}

@Component({
  selector: 'ui-file-fields',
  imports: [FileField, State],
  template: `
    <ui-state class="fill" name="empty, with a hint">
      <ui-file-field
        label="Export"
        prompt="Choose a file, or drop it here"
        hint="The ZIP of an export"
      />
    </ui-state>
    <ui-state class="fill" name="chosen">
      <ui-file-field label="Export" prompt="Choose a file" chosen="Nordlys export.zip · 12 MB" />
    </ui-state>
    <ui-state class="fill" name="under a file">
      <ui-file-field label="Export" prompt="Choose a file, or drop it here" isOver />
    </ui-state>
    <ui-state class="fill" name="with an error">
      <ui-file-field label="Export" prompt="Choose a file" error="This is no such file." />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class FileFields {}

@Component({
  selector: 'ui-selects',
  imports: [Select, State],
  template: `
    <ui-state class="fill" name="chosen">
      <ui-select label="Language" [(value)]="one" [options]="languages" />
    </ui-state>
    <ui-state class="fill" name="with a hint">
      <ui-select
        label="Language"
        [(value)]="other"
        hint="Takes effect at once"
        [options]="languages"
      />
    </ui-state>
    <ui-state class="fill" name="out of reach">
      <ui-select label="Language" value="en" isDisabled [options]="languages" />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class Selects {
  protected readonly one = signal('de');
  protected readonly other = signal('ar');
  protected readonly languages = [
    { value: 'en', label: 'English', lang: 'en' },
    { value: 'de', label: 'Deutsch', lang: 'de' },
    { value: 'ar', label: 'العربية', lang: 'ar' },
  ];
}

@Component({
  selector: 'ui-checks',
  imports: [Checkbox, State],
  template: `
    <ui-state name="off"><ui-checkbox label="Tell the members" /></ui-state>
    <ui-state name="on"><ui-checkbox label="Tell the members" [isChecked]="true" /></ui-state>
    <ui-state name="with a hint">
      <ui-checkbox
        label="Delete for everybody"
        hint="A line stays in its place"
        [isChecked]="true"
      />
    </ui-state>
    <ui-state name="out of reach"><ui-checkbox label="Tell the members" isDisabled /></ui-state>
  `,
  host: { class: 'wide' },
})
export class Checks {}

@Component({
  selector: 'ui-switches',
  imports: [State, Switch],
  template: `
    <ui-state class="fill" name="off"><ui-switch label="Read receipts" [(isOn)]="off" /></ui-state>
    <ui-state class="fill" name="on"><ui-switch label="Read receipts" [(isOn)]="on" /></ui-state>
    <ui-state class="fill" name="with a hint">
      <ui-switch label="Typing notices" hint="Others see when you write" [(isOn)]="typing" />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class Switches {
  protected readonly off = signal(false);
  protected readonly on = signal(true);
  protected readonly typing = signal(true);
}

@Component({
  selector: 'ui-bars',
  imports: [Segments, State],
  template: `
    <ui-state name="of two">
      <ui-segments label="Density" chosen="compact" [segments]="two" />
    </ui-state>
    <ui-state name="of three">
      <ui-segments label="Kind" chosen="group" [segments]="three" />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class Bars {
  protected readonly two = [
    { id: 'comfortable', label: 'Comfortable' },
    { id: 'compact', label: 'Compact' },
  ];
  protected readonly three = [
    { id: 'direct', label: 'Direct' },
    { id: 'group', label: 'Group' },
    { id: 'channel', label: 'Channel' },
  ];
}

@Component({
  selector: 'ui-choice-lists',
  imports: [Choices, State],
  template: `
    <ui-state class="fill" name="lines">
      <ui-choices label="Send with" [(chosen)]="key" [choices]="keys" />
    </ui-state>
    <ui-state class="fill" name="tiles">
      <ui-choices label="Theme" [(chosen)]="theme" layout="tiles" [choices]="themes" />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class ChoiceLists {
  protected readonly key = signal('enter');
  protected readonly theme = signal('light');
  protected readonly keys: readonly Choice[] = [
    { id: 'enter', label: 'Enter', hint: 'Shift and Enter begins a line' },
    { id: 'mod-enter', label: 'Ctrl and Enter', hint: 'Enter begins a line' },
  ];
  protected readonly themes: readonly Choice[] = [
    { id: 'system', label: 'As the device', icon: 'monitor' },
    { id: 'light', label: 'Light', icon: 'sun' },
    { id: 'dark', label: 'Dark', icon: 'moon' },
    { id: 'contrast', label: 'Contrast', icon: 'contrast' },
  ];
}
