-- wrk: POST /register/enrol, one section each, every request of another
-- student (until all have had a turn, then of another section).
-- Arguments: file of tokens, "hot", "spread" or "flow" (every second request is
-- the page after the one before), number of sections.
-- Requests are written out whole: what the generator costs is measured with the
-- rest, so it is kept small.
local threads = 0
local post = "POST /register/enrol HTTP/1.1\r\nHost: localhost\r\n" ..
	"Cookie: session=%s; lang=en\r\n" ..
	"Content-Type: application/x-www-form-urlencoded\r\n" ..
	"Content-Length: %d\r\n\r\n%s"
local get = "GET /register?r=%s HTTP/1.1\r\nHost: localhost\r\n" ..
	"Cookie: session=%s; lang=en\r\nAccept-Encoding: gzip\r\n\r\n"

function setup(thread)
	thread:set("number", threads)
	threads = threads + 1
end

function init(args)
	tokens, kind, sections = {}, args[2], tonumber(args[3] or 500)
	for line in io.lines(args[1]) do
		tokens[#tokens + 1] = { line:match("(%S+) (%S+)") }
	end
	turn = number
	before = {}
end

local function form(i, round)
	local t, section = tokens[i + 1], 1 + round
	if kind ~= "hot" then section = 1 + (i * 7 + round) % sections end
	local id = string.format("bench-%d-%d", i, round)
	local body = string.format("csrf=%s&request=%s&section=BEN%d-01", t[2], id,
		1000 + section)
	if kind == "flow" then before[#before + 1] = string.format(get, id, t[1]) end
	return string.format(post, t[1], #body, body)
end

function request()
	-- A page is asked for when its form has long been answered.
	if #before >= 128 then asks = true elseif #before == 0 then asks = false end
	if asks and not posted then posted = true return table.remove(before, 1) end
	posted = false
	local at = turn
	turn = turn + 2		-- two threads
	return form(at % #tokens, math.floor(at / #tokens))
end

function done(summary, latency)
	io.write(string.format("@ %d %d %d %d %d %d\n", summary.requests,
		summary.duration, summary.errors.status, latency:percentile(50),
		latency:percentile(99), latency:percentile(99.9)))
end
