-- What wrk asks for: the address of LOAD_PATH, with {t} an instant that no request had before, {id} one of the lines of the file LOAD_IDS,
-- {q} one of the words of LOAD_WORDS. With LOAD_UNIQUE=1 every request names a host of its own, so that nobody has kept its answer.
local path, port = os.getenv('LOAD_PATH'), os.getenv('LOAD_PORT')
local unique = os.getenv('LOAD_UNIQUE') == '1'
math.randomseed(tonumber(os.getenv('LOAD_SEED')))
local n = math.random(0, 900000000) -- seconds since 1970: before every row

local ids, words = {}, {}
for line in io.lines(os.getenv('LOAD_IDS')) do ids[#ids + 1] = line end
for word in string.gmatch(os.getenv('LOAD_WORDS'), '%S+') do words[#words + 1] = word end
local fill = {
  ['{t}'] = function() return os.date('!%Y-%m-%dT%H:%M:%SZ', n) end,
  ['{id}'] = function() return ids[math.random(#ids)] end,
  ['{q}'] = function() return words[math.random(#words)] end,
}

local function ask(filled, host) return 'GET ' .. filled .. ' HTTP/1.1\r\nHost: ' .. host .. ':' .. port .. '\r\n\r\n' end
local fixed = not unique and not string.find(path, '{', 1, true) and ask(path, '127.0.0.1')

function request()
  if fixed then return fixed end
  n = n + 1
  return ask(string.gsub(path, '{%a+}', function(place) return fill[place]() end), unique and ('h' .. n .. '.localhost') or '127.0.0.1')
end

function done(summary, _, _)
  local e = summary.errors
  io.write(string.format('RESULT %.1f %d %d\n', summary.requests / (summary.duration / 1e6), summary.requests,
    e.connect + e.read + e.write + e.status + e.timeout))
end
