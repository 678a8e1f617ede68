"""Records of crashes."""
