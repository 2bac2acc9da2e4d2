import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { TabLinks } from '@/components/tab-links';

const TABS = ['first', 'second', 'third'].map((name) => ({ label: name, to: `/${name}` }));

/** A bar of 200 px with three tabs of 150 px; jsdom lays nothing out. */
function show(address: string) {
  const widths = { clientWidth: 200, scrollWidth: 450 };
  for (const [name, width] of Object.entries(widths))
    vi.spyOn(Element.prototype, name as keyof typeof widths, 'get').mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(150);
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
    return 150 * TABS.findIndex(({ label }) => label === this.textContent);
  });
  const { container } = render(
    <MemoryRouter initialEntries={[address]}>
      <TabLinks label="Pages" tabs={TABS} />
    </MemoryRouter>,
  );
  return () => [...container.querySelectorAll('[data-side]')].map((each) => each.getAttribute('data-side'));
}

test('the tab of the screen is brought into sight', () => {
  show('/third');

  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('third');
  expect(screen.getByRole('navigation').scrollLeft).toBe(275);
});

test('arrows stand where there is more, and bring it', () => {
  const arrows = show('/second');
  expect(arrows()).toEqual(['left', 'right']);

  const bar = screen.getByRole('navigation');
  bar.scrollLeft = 0;
  fireEvent.scroll(bar);
  expect(arrows()).toEqual(['right']);

  fireEvent.click(document.querySelector('[data-side="right"]') as Element);
  expect(bar.scrollLeft).toBe(100);
});
