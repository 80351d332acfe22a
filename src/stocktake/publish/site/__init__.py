"""The site: a folder of pages that works from a file system, a memory stick or any web server, without scripts."""
