// The room is being furnished.
internal import HummingbirdTesting
