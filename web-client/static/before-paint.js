// Runs before the first paint (the build puts it into index.html):
// the reader's own choice of theme (only if one was made), the language of the address and
// whether it is an embedded figure's.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (e) {
    // Storage can be switched off; the system's theme is used then.
  }
  // An embedded figure does not begin with the header.
  if (/\/embed(\/|$)/.test(location.pathname)) root.dataset.embed = '';
  if (new URLSearchParams(location.search).get('lang') === 'en') root.lang = 'en';
})();
