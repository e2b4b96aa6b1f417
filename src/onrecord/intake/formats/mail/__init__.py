"""Mails: newsletters and press releases, one by one or as a box of them."""
