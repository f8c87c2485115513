"""Print pages of a site in Chromium and look at what came out: pages, type, boxes, picture."""

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageStat

PAPERS = {"A4": (188, 279), "Letter": (193.9, 261.4)}
"""The area of the sheet's page on each paper, in millimetres."""
SMALLEST = 9
"""The smallest type of a sheet, in points."""
LONG = "I stay where I am and look again in spring, because nobody hurries me and the work is good. " * 55
"""5,000 characters and some more, with spaces where a person puts them."""
UNBROKEN = "1234567890" * 500

# Fill every place that the sheet offers its reader, and show what an offer in writing opens.
FILL = """text => {
  for (const part of document.querySelectorAll('.g-sheet [data-fill]')) part.textContent = text;
  for (const item of document.querySelectorAll('.g-sheet [data-fill-list] li:not(:has([data-fill]))'))
    item.textContent = text;
  for (const part of document.querySelectorAll('.g-sheet [hidden]')) part.hidden = false;
  for (const list of document.querySelectorAll('.g-sheet [data-fill-list]'))
    for (let count = 0; count < 8; count++) list.append(list.lastElementChild.cloneNode(true));
}"""

# What is wrong with the boxes of the sheet: outside the page, over its box, cut in the middle of a line, too small.
FAULTS = """({isFilled, smallest}) => {
  const sheet = document.querySelector('.g-sheet'), page = sheet.getBoundingClientRect(), found = [];
  const name = part => `${part.tagName.toLowerCase()}.${part.className || part.dataset.fill || ''}`;
  const shown = [...sheet.querySelectorAll('*')].filter(part => part.getClientRects().length);
  const clips = part => getComputedStyle(part).overflowY !== 'visible';
  const pen = part => part.matches('.w');
  for (const part of [sheet, ...shown]) {
    const spill = pen(part) ? 0 : part.scrollHeight - part.clientHeight;
    const clamps = getComputedStyle(part).webkitLineClamp !== 'none' || part.matches('.k b, .h p, .h b, .l b');
    if (part.clientHeight && spill > 1 && !(isFilled && clamps)) found.push(`${name(part)} spills ${spill} px`);
    if (!isFilled && part.clientWidth && part.scrollWidth > part.clientWidth + 1 && !pen(part))
      found.push(`${name(part)} is too wide by ${part.scrollWidth - part.clientWidth} px`);
  }
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.getClientRects().length) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize) * 0.75;
    if (size < smallest - 0.01) found.push(`${name(parent)} is set in ${size} pt`);
    range.selectNodeContents(node);
    let clip = parent;
    while (clip !== sheet && !clips(clip)) clip = clip.parentElement;
    const box = clip.getBoundingClientRect();
    for (const line of range.getClientRects()) {
      const isCut = line.top < box.bottom - 1.5 && line.bottom > box.bottom + 1.5 && line.left < box.right;
      if (isCut) found.push(`a line of ${name(parent)} is cut: ${node.data.trim().slice(0, 40)}`);
      const isIn = line.left >= page.left - 1 && line.right <= page.right + 1 && line.bottom <= page.bottom + 1;
      if (!isIn && clip === sheet) found.push(`${name(parent)} is outside the page: ${node.data.trim().slice(0, 40)}`);
    }
  }
  const columns = [...sheet.querySelectorAll('.c > div')];
  for (const column of columns) {
    const last = [...column.children].at(-1).getBoundingClientRect();
    if (last.bottom > column.getBoundingClientRect().bottom + 1) found.push('a column is longer than its room');
  }
  return [...new Set(found)];
}"""


def sheet_of(page):
    """What holds the sheet of a page: its frame where no script has taken it out, else the page."""
    return next((frame for frame in page.frames if frame.url.endswith("/sheet.html")), page)


def faults(page, paper, *, is_filled):
    """What is wrong with the sheet's boxes on `paper`, empty where nothing is."""
    width, height = (round(size * 96 / 25.4) for size in PAPERS[paper])
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    found = sheet_of(page).evaluate(FAULTS, {"isFilled": is_filled, "smallest": SMALLEST})
    page.emulate_media(media="null")
    return found


def printed(page, paper):
    """The PDF that printing the page on `paper` gives, backgrounds left out as browsers do."""
    return pypdfium2.PdfDocument(page.pdf(format=paper, print_background=False))


def smallest_type(document):
    """The smallest size of any type in a PDF, in points."""
    sizes = set()
    for page in document:
        text, matrix = page.get_textpage(), pdfium.FS_MATRIX()
        for number in range(text.count_chars()):
            if not pdfium.FPDFText_IsGenerated(text, number):
                pdfium.FPDFText_GetMatrix(text, number, matrix)
                sizes.add(pdfium.FPDFText_GetFontSize(text, number) * abs(matrix.d))
    return round(min(sizes), 2)


def words(document):
    """The text of a PDF, its spaces made single."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def picture(document):
    """The first page of a PDF at 60 dots an inch, in grey."""
    return document[0].render(scale=60 / 72, grayscale=True).to_pil().convert("L")


def distance(one, other):
    """How far two pictures of pages are apart: mean and greatest difference of their blurred grids, 0 to 1.

    A cell of the grid is half an inch, so that another font of much the same width changes little.
    """
    grids = [image.convert("L").resize((16, 22), Image.Resampling.BOX) for image in (one, other)]
    difference = ImageChops.difference(*grids)
    return ImageStat.Stat(difference).mean[0] / 255, difference.getextrema()[1] / 255
