import { inject } from '@angular/core';
import { Router } from '@angular/router';

/** Parameters of an address; what is empty is left out of it. */
export type Question = Readonly<Record<string, string>>;

/**
 * How a section of the administration is asked something: in its address, so that the way back
 * leads here again. What is not said stays as it was.
 */
export function questionInAddress(section: string): (question: Question) => void {
  const router = inject(Router);
  return (question) => {
    const queryParams = Object.fromEntries(
      Object.entries(question).map(([name, value]) => [name, value || null]),
    );
    void router.navigate(['/admin', section], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  };
}
