import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Banner } from './banner';
import { BannerHarness } from './testing/banner-harness';

@Component({ imports: [Banner], template: '<ui-banner>Offline. 2 messages wait.</ui-banner>' })
class Page {}

describe('Banner', () => {
  it('says its line politely', async () => {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Page));
    const banner = await loader.getHarness(BannerHarness);
    expect(await banner.getText()).toBe('Offline. 2 messages wait.');
    expect(await banner.getRole()).toBe('status');
  });
});
