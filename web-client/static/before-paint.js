// Runs before the first paint, as its own file so that a strict content security policy can allow it:
// the reader's own choice of theme (only if one was made) and the language of the address.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (e) {
    // Storage can be switched off; the system's theme is used then.
  }
  if (new URLSearchParams(location.search).get('lang') === 'en') root.lang = 'en';
})();
