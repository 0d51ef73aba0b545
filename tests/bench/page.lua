-- wrk: GET of an address, each time by another student; with "empty" a form
-- without its token, which the program refuses without asking the database.
-- Arguments: file of tokens, address, "page" or "empty".
local threads = 0
local get = "GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: session=%s; lang=en\r\n" ..
	"Accept-Encoding: gzip\r\n\r\n"
local post = "POST %s HTTP/1.1\r\nHost: localhost\r\nCookie: session=%s; lang=en\r\n" ..
	"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"

function setup(thread)
	thread:set("number", threads)
	threads = threads + 1
end

function init(args)
	tokens, address, empty = {}, args[2], args[3] == "empty"
	for line in io.lines(args[1]) do
		tokens[#tokens + 1] = line:match("%S+")
	end
	turn = number
end

function request()
	turn = turn + 2		-- two threads
	return string.format(empty and post or get, address, tokens[turn % #tokens + 1])
end

function done(summary, latency)
	io.write(string.format("@ %d %d %d %d %d %d\n", summary.requests,
		summary.duration, summary.errors.status, latency:percentile(50),
		latency:percentile(99), latency:percentile(99.9)))
end
