// Begins the page's code once what was served has been painted (the build puts it into index.html): what is read first
// does not wait for what takes it over.
window.afterPaint = function (start) {
  // The build writes the code of every page here.
  var code = [];
  var begun = false;
  var begin = function () {
    if (begun) return;
    begun = true;
    // What the service knows about this address (src/lib/api/early.ts); a host that only holds the files writes none.
    var page = window.opengov || { code: [], asked: [] };
    code.concat(page.code).forEach(function (href) {
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = href;
      document.head.append(link);
    });
    page.asked.forEach(function (path) {
      var address = (page.api || location.origin) + path;
      (page.first[address] = fetch(address, { cache: 'no-cache' })).catch(function () {});
    });
    start();
  };
  // A page in the background is not painted, and one that is prepared in advance only later.
  if (document.hidden) return begin();
  requestAnimationFrame(function () {
    setTimeout(begin);
  });
  setTimeout(begin, 500);
};
