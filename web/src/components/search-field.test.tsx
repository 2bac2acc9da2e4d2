import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { expect, test } from 'vitest';
import { SearchField } from '@/components/search-field';
import { useQueryState } from '@/lib/use-query-state';

function List() {
  const [get, set] = useQueryState();
  return <SearchField label="Find" value={get('search')} onSearch={(search) => set({ search })} />;
}

test('the field searches as somebody types, and follows the address when somebody goes elsewhere', async () => {
  const router = createMemoryRouter([{ path: '/', Component: List }], { initialEntries: ['/?search=ann'] });
  render(<RouterProvider router={router} />);
  const field = screen.getByLabelText('Find');
  expect(field).toHaveValue('ann');

  await userEvent.setup().type(field, 'a');
  await waitFor(() => expect(router.state.location.search).toBe('?search=anna'));
  expect(field).toHaveValue('anna');

  await act(() => router.navigate('/?search=bob'));
  expect(field).toHaveValue('bob');

  await act(() => router.navigate(-1));
  expect(field).toHaveValue('anna');
});
