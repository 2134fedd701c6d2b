"""Works the filters of report pages in headless Chromium, over its debugging pipe, and takes
pictures of them.

usage: page.py PAGE.html…
"""

import base64
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


    def key(self, key, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code,
                      text=" " if key == " " and kind == "keyDown" else "")

    def look(self, width, scheme):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media="screen", features=features)
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=1600,
                  deviceScaleFactor=1, mobile=False)

    def picture(self, path):
        shot = self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    def printed(self, path):
        self.call("Emulation.setEmulatedMedia", media="print", features=[])
        sheet = self.call("Page.printToPDF", printBackground=True)
        path.write_bytes(base64.b64decode(sheet["data"]))


SHOWN = "[...document.querySelectorAll('.finding')].filter(f => f.offsetParent !== null).length"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def filters(browser):
    everything = browser.value("document.querySelectorAll('.finding').length")
    assert everything > 0, "the page shows no finding"
    assert browser.value(SHOWN) == everything, "all findings are shown at first"
    assert browser.value("document.scripts.length") == 0, "the page holds a script"
    assert browser.value("document.images.length") == 0, "the page holds a picture of a document"
    assert browser.value("document.title") != "ran", "something in a document ran"
    kinds = browser.value("[...document.querySelectorAll('[id^=k-]')].map(k => k.id)")
    for kind in kinds:
        name = kind[2:]
        of_kind = browser.value(f"document.querySelectorAll('.finding.{name}').length")
        browser.value(f"document.getElementById('{kind}').click()")
        assert browser.value(SHOWN) == everything - of_kind, f"the filter of {name}"
        browser.value(f"document.getElementById('{kind}').focus()")
        browser.key(" ", 32)
        assert browser.value(SHOWN) == everything, f"the filter of {name} by keyboard"
    for prefix, selector in (("s-", ".finding.s{}"), ("e-", "#event-{} .finding")):
        number = browser.value(f"document.querySelectorAll('option[id^={prefix}]').length")
        for i in range(number):
            browser.value(f"document.getElementById('{prefix}{i}').selected = true")
            expect = browser.value(f"document.querySelectorAll('{selector.format(i)}').length")
            assert browser.value(SHOWN) == expect, f"the filter {prefix}{i}"
        first = f"document.getElementById('{prefix}0').parentElement.selectedIndex = 0"
        browser.value(first)
    targets = "[...document.querySelectorAll('td a')].every(a => document.querySelector(a.hash))"
    assert browser.value(targets), "each cell of the matrix leads to a finding"
    return everything, len(kinds)


def main():
    browser = Browser()
    try:
        for page in map(pathlib.Path, sys.argv[1:]):
            browser.open(page.resolve().as_uri())
            everything, kinds = filters(browser)
            for width in (400, 900, 1400):
                for scheme in ("light", "dark"):
                    browser.look(width, scheme)
                    assert not browser.value(WIDE), f"{page} is wider than {width}"
                    browser.picture(page.with_name(f"{page.stem}-{width}-{scheme}.png"))
            browser.printed(page.with_suffix(".pdf"))
            print(f"{page}: {everything} findings, {kinds} kinds: the filters work, nothing ran")
    finally:
        browser.process.terminate()


main()
