/** Query of an API address (`rows_url`) as a query of the dashboard: the names are the same on both sides. */
export function queryOf(rowsUrl: string): URLSearchParams {
  return new URLSearchParams(rowsUrl.split('?')[1] ?? '');
}
