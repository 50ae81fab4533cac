import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Chart } from './chart';
import { columnsOf, stepsOf, topOf } from './chart-shape';
import { ChartHarness } from './testing/chart-harness';

const points = (...values: (number | null)[]) =>
  values.map((value, at) => ({ label: `day ${at}`, value }));

describe('topOf', () => {
  it.each([
    [[], 1],
    [[0, null], 1],
    [[3], 5],
    [[10], 10],
    [[1, 11], 20],
    [[5001], 10_000],
  ])('of %j is %d', (values, top) => expect(topOf(points(...values))).toBe(top));
});

describe('columnsOf', () => {
  it('draws what is not nothing, and what is little so that it is seen', () => {
    expect(columnsOf(points(0, null, 5, 10))).toBe('M2.12 100V50H2.88V100ZM3.12 100V0H3.88V100Z');
    expect(columnsOf(points(1, 1000))).toMatch(/^M0.12 100V98.5H/);
  });
});

describe('stepsOf', () => {
  it('steps from value to value, with a gap where there is none', () => {
    expect(stepsOf(points(5, 10, null, 0))).toBe('M0 50H1V0H2M3 100H4');
  });

  it('goes down to the ground on both sides where it is filled', () => {
    expect(stepsOf(points(null, 5, null, 10), true)).toBe('M1 100V50H2V100ZM3 100V0H4V100Z');
  });
});

describe('Chart', () => {
  async function aChart() {
    const fixture = TestBed.createComponent(Chart);
    fixture.componentRef.setInput('label', 'Messages');
    fixture.componentRef.setInput('summary', '7 today.');
    fixture.componentRef.setInput('points', points(1, null, 7));
    fixture.componentRef.setInput('words', (value: number) => `${value} msgs`);
    fixture.componentRef.setInput('texts', {
      table: 'Show as a table',
      point: 'Day',
      value: 'Messages',
      unknown: 'unknown',
    });
    document.body.append(fixture.nativeElement as HTMLElement);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ChartHarness);
  }

  afterEach(() => document.body.replaceChildren());

  it('says what is to be seen to who cannot see it', async () => {
    const chart = await aChart();
    expect(await chart.getName()).toBe('Messages: 7 today.');
    expect(await chart.getTop()).toBe('10 msgs');
  });

  it('has all values in a table, the newest first, once it is asked for', async () => {
    const chart = await aChart();
    expect(await chart.getRows()).toEqual([]);
    await chart.openTable();
    expect(await chart.getRows()).toEqual(['day 2 7 msgs', 'day 1 unknown', 'day 0 1 msgs']);
  });
});
