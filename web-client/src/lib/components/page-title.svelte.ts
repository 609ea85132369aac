/** What the page is about, as it says itself: what is narrowed by its address is in it. `PageHead` keeps it, figures are cited by it. */
export const pageTitle = $state({ of: '' });
