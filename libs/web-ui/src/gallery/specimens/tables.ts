import { Component, signal } from '@angular/core';
import { Avatar } from '../../avatar/avatar';
import { EmptyState } from '../../empty-state/empty-state';
import { Table } from '../../table/table';
import { TableCell } from '../../table/table-cell';
import { State } from '../state';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly since: string;
}

@Component({
  selector: 'ui-tables',
  imports: [Avatar, EmptyState, State, Table, TableCell],
  template: `
    <ui-state class="fill" name="some chosen">
      <ui-table
        label="People, to be chosen"
        isSelectable
        [columns]="columns"
        [rows]="people"
        [nameOf]="nameOf"
        [texts]="texts"
        [(selected)]="selected"
      >
        <ng-template uiCell="name" [uiCellOf]="people" let-row>
          <span class="who">
            <ui-avatar [id]="row.id" [name]="row.name" [size]="28" />{{ row.name }}
          </span>
        </ng-template>
        <ng-template uiCell="role" [uiCellOf]="people" let-row>{{ row.role }}</ng-template>
        <ng-template uiCell="since" [uiCellOf]="people" let-row>{{ row.since }}</ng-template>
      </ui-table>
    </ui-state>
    <ui-state class="fill" name="narrow">
      <ui-table
        class="narrow"
        label="People, on a phone"
        [columns]="columns"
        [rows]="people"
        [nameOf]="nameOf"
      >
        <ng-template uiCell="name" [uiCellOf]="people" let-row>{{ row.name }}</ng-template>
        <ng-template uiCell="role" [uiCellOf]="people" let-row>{{ row.role }}</ng-template>
        <ng-template uiCell="since" [uiCellOf]="people" let-row>{{ row.since }}</ng-template>
      </ui-table>
    </ui-state>
    <ui-state class="fill" name="of nothing">
      <ui-table label="Nobody" [columns]="columns" [rows]="[]" [nameOf]="nameOf">
        <ui-empty-state icon="users" title="Nobody" hint="No account is like that." />
      </ui-table>
    </ui-state>
    <ui-state class="fill" name="awaited">
      <ui-table
        label="People who are asked for"
        state="awaited"
        [columns]="columns"
        [rows]="[]"
        [nameOf]="nameOf"
      />
    </ui-state>
  `,
  styles: `
    .who {
      display: flex;
      gap: var(--s-2);
      align-items: center;
    }
    .narrow {
      inline-size: 280px;
    }
  `,
  host: { class: 'full' },
})
export class Tables {
  protected readonly columns = [
    { id: 'name', label: 'Name', width: 'minmax(0, 2fr)' },
    { id: 'role', label: 'Role' },
    { id: 'since', label: 'Since', isNamed: true },
  ];
  protected readonly people: readonly Person[] = [
    { id: 'u_mira1', name: 'Mira Okafor', role: 'Owner', since: '2 Mar 2026' },
    { id: 'u_chen0', name: '陳怡君', role: 'Admin', since: '27 Feb 2026' },
    { id: 'u_jonas2', name: 'Jonas Nilsen', role: 'Member', since: '9 Jan 2026' },
  ];
  protected readonly selected = signal<ReadonlySet<string>>(new Set(['u_chen0']));
  protected readonly texts = {
    chooseAll: 'Choose all',
    choose: (name: string) => `Choose ${name}`,
  };
  protected readonly nameOf = ({ name }: Person) => name;
}
