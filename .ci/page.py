"""Works the filters of a report page in headless Chromium, over its debugging pipe.

usage: page.py PAGE.html
"""

import json
import os
import pathlib
import subprocess
import sys


class Browser:
    """Chromium, spoken to in JSON messages that end with a zero byte."""

    def __init__(self):
        read_end, self.write = os.pipe()
        self.read, write_end = os.pipe()

        def connect():
            os.dup2(read_end, 3)
            os.dup2(write_end, 4)

        args = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"]
        for fd in (read_end, write_end):
            os.set_inheritable(fd, True)
        self.process = subprocess.Popen(
            args, preexec_fn=connect, close_fds=False, stderr=subprocess.DEVNULL
        )
        self.number, self.session, self.rest = 0, None, b""

    def message(self):
        while b"\0" not in self.rest:
            self.rest += os.read(self.read, 1 << 16)
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **params):
        self.number += 1
        call = {"id": self.number, "method": method, "params": params}
        if self.session:
            call["sessionId"] = self.session
        os.write(self.write, json.dumps(call).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                assert "error" not in message, message
                return message["result"]

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def open(self, url):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Page.navigate", url=url)
        while self.message().get("method") != "Page.loadEventFired":
            pass


SHOWN = "[...document.querySelectorAll('.finding')].filter(f => f.offsetParent !== null).length"


def main():
    browser = Browser()
    try:
        browser.open(pathlib.Path(sys.argv[1]).resolve().as_uri())
        everything = browser.value("document.querySelectorAll('.finding').length")
        assert everything > 0, "the page shows no finding"
        assert browser.value(SHOWN) == everything, "all findings are shown at first"
        assert browser.value("document.scripts.length") == 0, "the page holds a script"
        kinds = browser.value("[...document.querySelectorAll('[id^=k-]')].map(k => k.id)")
        for kind in kinds:
            name = kind[2:]
            of_kind = browser.value(f"document.querySelectorAll('.finding.{name}').length")
            browser.value(f"document.getElementById('{kind}').click()")
            assert browser.value(SHOWN) == everything - of_kind, f"the filter of {name}"
            browser.value(f"document.getElementById('{kind}').click()")
        for prefix, selector in (("s-", ".finding.s{}"), ("e-", "#event-{} .finding")):
            number = browser.value(f"document.querySelectorAll('option[id^={prefix}]').length")
            for i in range(number):
                browser.value(f"document.getElementById('{prefix}{i}').selected = true")
                expect = browser.value(f"document.querySelectorAll('{selector.format(i)}').length")
                assert browser.value(SHOWN) == expect, f"the filter {prefix}{i}"
            first = f"document.getElementById('{prefix}0').parentElement.selectedIndex = 0"
            browser.value(first)
        print(f"{everything} findings, {len(kinds)} kinds: the filters work, nothing ran")
    finally:
        browser.process.terminate()


main()
