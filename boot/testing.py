def main(w):
    return 0
