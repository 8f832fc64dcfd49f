// docs/openapi.json is what the program serves: `npm run openapi` writes it anew.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes, type Route } from '#contract';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';

let office: DemoOffice;
beforeAll(async () => {
  office = await openDemoOffice();
});
afterAll(() => office.close());

test('the description is served as OpenAPI 3.1, holds every route, and is the one in docs', async () => {
  const response = await office.http.inject('/api/openapi.json');
  const description = response.json<{ openapi: string; paths: Record<string, Record<string, unknown>> }>();
  expect(description.openapi).toBe('3.1.0');
  for (const route of Object.values(routes) as Route[]) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    expect([path, Object.keys(description.paths[path] ?? {})]).toEqual([path, expect.arrayContaining([route.method.toLowerCase()])]);
  }
  await expect(`${JSON.stringify(description, null, 2)}\n`).toMatchFileSnapshot('../../docs/openapi.json');
});
